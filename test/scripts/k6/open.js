// Shows: open(), which canaryd does not have
// Gives: fails: canaryd has no open() of k6: import a file of JSON, import users from './users.json', or write the data into the script
import { sleep } from 'k6';

const users = JSON.parse(open('./users.json'));

export default () => sleep(users.length);
