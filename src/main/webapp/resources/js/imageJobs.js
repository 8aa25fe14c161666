/** Follows the jobs that make images, by events and, where these do not come, by asking. */

import { api } from './api.js';

const ENDED = new Set(['succeeded', 'failed', 'cancelled']);
const PAUSE = 1_500;
const MOST_LOSSES = 40;

export const underWay = (job) => !ENDED.has(job.status);

/** @param {(job: object) => void} changed is told each state, the last one included */
export async function followJob(job, changed) {
  const path = `/api/image-jobs/${job.id}`;
  for (let losses = 0; underWay(job);) {
    try {
      for await (const { data } of api.stream('GET', `${path}/events`)) {
        if (data.status) {
          job = data;
          changed(job);
        }
      }
      if (underWay(job)) {
        job = await api.get(path);
        changed(job);
      }
      losses = 0;
    } catch (failure) {
      losses += 1;
      if (failure.status === 404 || losses > MOST_LOSSES) {
        throw failure;
      }
    }
    if (underWay(job)) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return job;
}
