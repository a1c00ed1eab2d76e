// Shows: a library from the web
// Gives: refused: canaryd fetches no modules: put 'https://jslib.k6.io/k6-utils/1.4.0/index.js' into a file of the work directory
import { randomString } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';

export default () => console.log(randomString(8));
