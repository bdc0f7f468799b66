import type {
  Edit,
  EditConflict,
  FieldOp,
  FieldPath,
  FileEdit,
} from '@milepost/shared/change/edit';
import { sameValue, valueAt, withOp } from '@milepost/shared/text/field-value';
import type { Choice } from '../store.ts';

type Meeting = { conflict: EditConflict; choice: Choice };

const isBelow = (field: FieldPath, path: FieldPath): boolean =>
  path.every((key, at) => field[at] === key);

const putAt = (data: unknown, path: FieldPath, value: unknown): unknown => {
  if (path.length === 0) return value;
  return value === undefined
    ? withOp(data, { op: 'remove', path, was: undefined })
    : withOp(data, { op: 'set', path, value, was: undefined });
};

const opOf = (path: FieldPath, value: unknown, was: unknown): FieldOp =>
  value === undefined ? { op: 'remove', path, was } : { op: 'set', path, value, was };

/** An entry for what is no list on the other side: only taking the place over is left. */
const resolveAppend = (op: FieldOp & { op: 'append' }, { conflict, choice }: Meeting) => {
  if (choice.take === 'theirs') return [];
  const value = choice.take === 'value' ? choice.value : [op.value];
  return [opOf(op.path, value, conflict.theirs)];
};

/** What was chosen becomes the value; what the other side has becomes what the person has seen. */
const resolveOp = (op: FieldOp, meeting: Meeting): FieldOp[] => {
  if (op.op === 'append') return resolveAppend(op, meeting);
  const { conflict, choice } = meeting;
  const mine = op.op === 'set' ? op.value : undefined;
  const below = conflict.field.slice(op.path.length);
  if (choice.take === 'theirs' && below.length === 0) return [];
  const chosen = choice.take === 'value' ? choice.value : conflict[choice.take];
  return [opOf(op.path, putAt(mine, below, chosen), putAt(op.was, below, conflict.theirs))];
};

const meets = (op: FieldOp, { field, mine }: EditConflict): boolean => {
  if (!isBelow(field, op.path)) return false;
  if (op.op === 'append') return true;
  return sameValue(
    valueAt(op.op === 'set' ? op.value : undefined, field.slice(op.path.length)),
    mine,
  );
};

const resolveOps = (ops: readonly FieldOp[], meetings: readonly Meeting[]): FieldOp[] =>
  ops.flatMap((op) =>
    meetings
      .filter(({ conflict }) => meets(op, conflict))
      .reduce<FieldOp[]>((now, meeting) => now.flatMap((one) => resolveOp(one, meeting)), [op]),
  );

/** A file without an id meets what is there by then, key by key. */
const asChange = (file: FileEdit): FileEdit & { kind: 'change' } =>
  file.kind === 'change'
    ? file
    : {
        kind: 'change',
        path: file.path,
        ops: Object.entries(file.data).flatMap(([key, value]): FieldOp[] =>
          Array.isArray(value)
            ? value.map((entry: unknown) => ({ op: 'append', path: [key], value: entry }))
            : [{ op: 'set', path: [key], value, was: undefined }],
        ),
      };

const resolveFile = (file: FileEdit, meetings: readonly Meeting[]): FileEdit[] => {
  if (meetings.length === 0) return [file];
  const whole = meetings.find(({ conflict }) => conflict.reason !== undefined);
  // A file that is gone, broken or taken has no field to choose in: it is given up, or it waits.
  if (whole !== undefined) return whole.choice.take === 'theirs' ? [] : [file];
  const change = asChange(file);
  const ops = resolveOps(change.ops, meetings);
  return ops.length === 0 ? [] : [{ ...change, ops }];
};

/**
 * The edit after a person's choices on its conflicts: it carries over cleanly to files that still hold `theirs`.
 * Without files when nothing of it is left.
 */
export const resolveEdit = (
  edit: Edit,
  conflicts: readonly EditConflict[],
  choices: readonly Choice[],
): Edit => {
  const meetings = conflicts.flatMap((conflict): Meeting[] => {
    const isFor = ({ path, field }: Choice) =>
      path === conflict.path && sameValue(field, conflict.field);
    const choice = choices.find(isFor);
    return choice === undefined ? [] : [{ conflict, choice }];
  });
  const files = edit.files.flatMap((file) =>
    resolveFile(
      file,
      meetings.filter(({ conflict }) => conflict.path === file.path),
    ),
  );
  return { ...edit, files };
};
