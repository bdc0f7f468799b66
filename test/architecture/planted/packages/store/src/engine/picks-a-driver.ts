export type { Github } from '../drivers/github';
