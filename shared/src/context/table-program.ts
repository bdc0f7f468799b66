import { aProgram } from './a-program.ts';

type Fields = Record<string, unknown>;
/** The day the table is written for. */
export const tableDay = '2026-03-10';
const rated = (probability: number, cost: number) => [
  { at: '2026-03-02', probability, impact: { cost } },
];
const paths = ['acme/pay:src/gateway/**'];
const confirmed = (as_of: string, date: string) => [{ as_of, date }];
const records: (Fields & { id: string })[] = [
  {
    id: 'M-4',
    title: 'Payments live for first customers',
    status: 'committed',
    external_commitment: true,
    committed_date: '2026-06-12',
    forecast_date: '2026-06-19',
    forecast_history: confirmed('2026-03-06', '2026-06-19'),
  },
  {
    id: 'M-3',
    title: 'Settlement reconciled',
    status: 'committed',
    committed_date: '2026-05-22',
    forecast_date: '2026-05-22',
    forecast_history: confirmed('2026-03-06', '2026-05-22'),
  },
  {
    id: 'M-6',
    title: 'Checkout on new path',
    status: 'committed',
    committed_date: '2026-05-04',
    forecast_date: '2026-05-04',
    forecast_history: confirmed('2026-03-06', '2026-05-04'),
  },
  {
    id: 'M-9',
    title: 'Support team trained',
    status: 'committed',
    committed_date: '2026-06-22',
    forecast_date: '2026-06-22',
    forecast_history: confirmed('2026-02-22', '2026-06-22'),
  },
  { id: 'M-1', title: 'Ledger schema frozen', status: 'achieved', actual_date: '2026-02-20' },
  { id: 'R-12', status: 'open', assessments: rated(4, 4), paths: ['acme/pay:src/retry/**'] },
  {
    id: 'R-18',
    title: 'Retry storm when the gateway times out',
    status: 'open',
    assessments: rated(3, 2),
    paths: ['acme/pay:src/**'],
  },
  {
    id: 'R-22',
    title: 'Retry limit too low',
    status: 'open',
    assessments: rated(3, 4),
  },
  { id: 'I-7', title: 'Staging drops webhooks under load', status: 'triaged', severity: 'high' },
  { id: 'TM-3', title: 'Orders' },
  { id: 'TM-9', name: 'Northgate' },
  { id: 'TM-5', name: 'Platform' },
  {
    id: 'D-24',
    status: 'committed',
    consumer: { team: 'TM-3' },
    need_by: '2026-03-27',
    committed_date: '2026-03-27',
    paths,
  },
  {
    id: 'D-21',
    status: 'negotiating',
    consumer: { item: 'PAY-231', milestone: 'M-4' },
    provider: { team: 'TM-9', owner: 'vera' },
    need_by: '2026-04-13',
    proposals: [{ at: '2026-03-05', by: 'vera', date: '2026-04-27' }],
  },
  { id: 'D-28', provider: { team: 'TM-5' }, need_by: '2026-04-02', status: 'requested' },
  { id: 'G-2', title: 'Go/no-go' },
  { id: 'G-2.1', paths, status: 'met' },
  { id: 'G-2.2', paths },
  { id: 'G-2.3', paths },
  { id: 'G-2.4' },
];
/** For tests: the records behind the table of badges (design/interaction.md section 2). */
export const tableProgram = aProgram(records, {
  charter: {
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: [{ date: '2026-04-03' }] },
    integrations: { github: { repos: ['acme/pay'] }, jira: { project_keys: ['PAY'] } },
  },
});
