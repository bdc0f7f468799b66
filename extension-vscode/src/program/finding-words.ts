import type { Finding } from '@milepost/shared/program/finding';

/** A finding as one line of plain text. */
export function sayFinding(finding: Finding): string {
  const facts = Object.entries(finding.facts)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${String(value)}`)
    .join(', ');
  const words = finding.code.replaceAll('-', ' ');
  return facts === '' ? words : `${words}: ${facts}`;
}
