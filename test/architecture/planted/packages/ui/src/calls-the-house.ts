export type { Task } from '../../house/src/task';
