import type { Task } from '../task.ts';
import { actionTasks } from './actions.ts';
import { clockTasks } from './clock.ts';
import { contractTasks } from './contracts.ts';
import { faultTasks } from './faults.ts';
import { inspectionTasks } from './inspection.ts';
import { journalTasks } from './journal.ts';
import { outboxTasks } from './outbox.ts';
import { sandboxTasks } from './sandboxes.ts';
import { serviceTasks, snapshotTasks } from './service.ts';
import { settingTasks } from './settings.ts';

/** Tasks that belong together, as the guide shows them. */
export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly Task[];
}

export const taskGroups: readonly TaskGroup[] = [
  { title: 'Sandboxes', tasks: sandboxTasks },
  { title: 'Clock', tasks: clockTasks },
  { title: 'Settings', tasks: settingTasks },
  { title: 'A look inside', tasks: inspectionTasks },
  { title: 'Faults', tasks: faultTasks },
  { title: 'Journal', tasks: journalTasks },
  { title: 'Notifications', tasks: outboxTasks },
  { title: 'Actions', tasks: actionTasks },
  { title: 'Snapshots', tasks: snapshotTasks },
  { title: 'Contracts', tasks: contractTasks },
  { title: 'The service', tasks: serviceTasks(() => tasks) },
];

/** The whole control API: server, OpenAPI document and guide are made from it. */
export const tasks: readonly Task[] = taskGroups.flatMap((group) => group.tasks);
