// What is known of runs from outside the daemon, and whether its store agrees: what it told anybody, by its API, its log or
// its metrics, and what a server saw of the canaries themselves.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';

import { parse_log } from './daemon.mjs';

const ended = new Set(['passed', 'failed', 'interrupted']);

/// The source of a canary that reports to a `Witness`, twice, and whose outcome is what the witness decides.
export const reporting_canary = (url) => `
  var begun = http.get('${url}/begin?' + test.id);
  log.kv('code', begun.code).info('begun');
  if (begun.code !== 200) log.fail('the witness says so');
  http.get('${url}/end?' + test.id);`;

/// A server that canaries report to. It answers some a little later, and decides which of them fail.
export class Witness {
  constructor() {
    this.seen = new Map(); // id → { verdict, whole }
    this.server = createServer((request, response) => {
      const [what, id] = request.url.slice(1).split('?');
      if (what === 'begin') {
        const fails = parseInt(id.slice(-2), 16) % 4 === 0;
        assert.ok(!this.seen.has(id), `${id} began twice`);
        this.seen.set(id, { verdict: fails ? 'failed' : 'passed', whole: fails });
        response.statusCode = fails ? 503 : 200;
      } else {
        this.seen.get(id).whole = true;
      }
      const patience = parseInt(id.slice(-3, -2), 16);
      if (patience < 8) response.end();
      else setTimeout(() => response.end(), patience * 3);
    });
  }

  async listen() {
    await new Promise((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }
}

export class Ledger {
  /// Where retention is `limited`, the oldest runs may be gone.
  constructor(witness, limited = false) {
    this.witness = witness;
    this.limited = limited;
    this.told = new Map(); // id → the status that was told last
    this.acknowledged = new Set(); // ids that the daemon has told anybody of
    this.open = new Set(); // those told since the last check
    this.settled = new Set(); // ids that the last check found ended
    this.ends_logged = new Map();
    this.counted = 0; // outcomes that /metrics of this life told
  }

  tell(id, status) {
    const known = this.told.get(id);
    if (ended.has(known)) assert.ok(status === known || status === 'running', `${id} was ${known} and is ${status}`);
    else this.told.set(id, status);
    this.acknowledged.add(id);
    if (!this.settled.has(id)) this.open.add(id);
  }

  read_log(text) {
    for (const line of parse_log(text.slice(0, text.lastIndexOf('\n') + 1))) {
      if (line.msg === 'run started') this.tell(line.id, 'running');
      if (line.msg !== 'run finished') continue;
      this.tell(line.id, line.status);
      this.ends_logged.set(line.id, (this.ends_logged.get(line.id) ?? 0) + 1);
    }
  }

  read_metrics(samples) {
    const of = (family) => [...samples].filter(([name]) => name.startsWith(`${family}{`));
    this.counted = of('test_finished_count').reduce((sum, [, value]) => sum + value, 0);
  }

  /// `listed` has every run that the killed life may have made, and `began` is when the next one started to run.
  check(listed, began) {
    const stored = new Map();
    for (const run of listed) {
      assert.ok(!stored.has(run.id), `${run.id} is listed twice`);
      stored.set(run.id, run);
    }
    let of_this_life = 0;
    for (const [id, run] of stored) {
      if (Date.parse(run.start_at) >= began) continue; // of the life that answers
      assert.ok(ended.has(run.status) && run.end_at !== null, `${id} is ${run.status} without an end`);
      this.agrees_with_witness(id, run.status);
      if (run.status !== 'interrupted' && !this.settled.has(id)) ++of_this_life;
    }
    assert.ok(this.limited || of_this_life >= this.counted, `metrics told ${this.counted} outcomes, and ${of_this_life} are stored`);
    for (const id of this.open) {
      const status = this.told.get(id);
      const now = stored.get(id)?.status;
      if (!now && this.may_be_gone(id, status, listed)) {
        this.told.delete(id);
        continue;
      }
      assert.ok(now, `${id} was ${status} before the kill and is gone`);
      if (ended.has(status)) assert.equal(now, status, `${id} has another outcome than before the kill`);
    }
    const of_the_dead = listed.filter((run) => Date.parse(run.start_at) < began);
    for (const { id, status } of of_the_dead) this.told.set(id, status);
    this.settled = new Set(of_the_dead.map((run) => run.id));
    this.open.clear();
    this.counted = 0;
  }

  // Of each status, the oldest go first.
  may_be_gone(id, status, listed) {
    if (!this.limited) return false;
    return [...ended].some((outcome) => (status === outcome || status === 'running') &&
      id < (listed.filter((run) => run.status === outcome).at(-1)?.id ?? 'none'));
  }

  agrees_with_witness(id, status) {
    const seen = this.witness.seen.get(id);
    if (status === 'interrupted') return; // perhaps before its first request
    assert.ok(seen, `${id} is ${status}, and has not run`);
    assert.equal(status, seen.verdict, `${id} has another outcome than its server decided`);
    assert.ok(seen.whole, `${id} is ${status}, and has not come to its end`);
  }

  /// `listed` is the whole of a store in which nothing runs. Returns how many runs were told of that have an outcome and
  /// how many that were interrupted, and how many have run that it does not know: of those nobody had been told.
  check_all(listed) {
    const stored = new Map(listed.map((run) => [run.id, run.status]));
    assert.equal(stored.size, listed.length, 'a run is listed twice');
    for (const [id, status] of stored) {
      assert.ok(ended.has(status), `${id} is ${status}`);
      this.agrees_with_witness(id, status);
    }
    for (const [id, status] of this.told) {
      if (stored.has(id) || !this.may_be_gone(id, status, listed)) assert.equal(stored.get(id), status, `${id} was ${status}`);
    }
    for (const [id, times] of this.ends_logged) assert.equal(times, 1, `the log tells ${times} ends of ${id}`);
    const interrupted = [...this.acknowledged].filter((id) => stored.get(id) === 'interrupted').length;
    const unknown = [...this.witness.seen.keys()].filter((id) => !stored.has(id)).length;
    const known = [...this.acknowledged].filter((id) => stored.has(id)).length;
    return { outcomes: known - interrupted, interrupted, unknown };
  }
}
