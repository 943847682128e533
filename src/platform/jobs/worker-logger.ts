import { Logger } from 'graphile-worker';
import type { Log } from '../log/index.ts';

/** For work at start, where an error is thrown anyway and nothing else is of interest. */
export const quietWorkerLogger = new Logger(() => () => {});

/** The job queue's own lines in the program's log. What it counts as news (each job done) is of interest only when searching. */
export const workerLogger = (log: Log): Logger =>
  new Logger((scope) => (level, message, meta) => {
    const error = meta?.error;
    const line = { ...scope, ...(error instanceof Error ? { err: error } : {}) };
    if (level === 'error') log.error(line, message);
    else if (level === 'warning') log.warn(line, message);
    else log.debug(line, message);
  });
