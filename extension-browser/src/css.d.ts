/** Style sheets are bundled by Vite; with `?inline` the default import is their text. */
declare module '*.css';
declare module '*.css?inline';
