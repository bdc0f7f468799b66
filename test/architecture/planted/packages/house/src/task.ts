export type Task = 1;
