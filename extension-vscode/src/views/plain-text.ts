/**
 * Labels of quick picks and the status bar draw `$(name)` as an icon; text from a repository must stay text.
 * The editor shows an escaped `\$(` as it was written.
 */
export const plainLabel = (text: string): string => text.replaceAll('$(', '\\$(');

/** Notifications turn `[text](target)` into a link, commands included; text from a repository must stay text. */
export const plainMessage = (text: string): string => text.replaceAll('](', '] (');
