// Shows: a module that canaryd does not have
// Gives: refused: canaryd has no 'k6/ws' of k6, but k6, k6/data, k6/encoding, k6/execution, k6/http, k6/metrics: a canary speaks HTTP; tcp.connect is there without import
import ws from 'k6/ws';

export default () => { ws.connect('ws://127.0.0.1:1/', {}, () => {}); };
