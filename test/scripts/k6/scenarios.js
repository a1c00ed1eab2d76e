// Shows: scenarios without a default function
// Gives: fails: a script of k6 needs export default function () { … }: scenarios with functions of their own are not executed
import { sleep } from 'k6';

export const options = { scenarios: { browse: { executor: 'constant-vus', vus: 3, duration: '1m', exec: 'browse' } } };

export function browse() { sleep(1); }
