import { defineConfig } from 'wxt';

const GECKO = {
  id: 'milepost@milepost.dev',
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['none' as const] },
};

/** Every permission is documented in docs/permissions.md; a test compares the built manifest with it. */
export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  srcDir: 'src',
  // Explicit imports: linters and the compiler see where names come from.
  imports: false,
  zip: { name: 'milepost' },
  // Newer than light-dark(): an older target has it rewritten into variables that follow no copied colour scheme.
  vite: () => ({ build: { target: 'es2023', cssTarget: ['chrome125', 'firefox128'] } }),
  manifest: ({ browser }) => ({
    name: 'Milepost',
    description:
      'Program context on GitHub and Jira pages: risks, dependencies, milestones, gates.',
    permissions: ['alarms', 'unlimitedStorage'],
    host_permissions: ['https://github.com/*'],
    optional_host_permissions: ['https://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src https:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    },
    ...(browser === 'firefox' && { browser_specific_settings: { gecko: GECKO } }),
  }),
});
