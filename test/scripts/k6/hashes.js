// Shows: hashes, which canaryd does not have
// Gives: refused: k6/metrics: a package in plain JavaScript, such as js-sha256, has hashes and signatures
import { sha256 } from 'k6/crypto';

export default function () {
  console.log(sha256('hello', 'hex'));
}
