// Shows: an object as a form, JSON as text, a file in parts
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

const url = `${__ENV.SITE}/echo`;

export default function () {
  const form = http.post(url, { name: 'Kranich & Söhne', count: 3 }).json();
  check(form, {
    'form is encoded': (sent) => sent.body === 'name=Kranich+%26+S%C3%B6hne&count=3',
    'form says so': (sent) => sent.headers['content-type'] === 'application/x-www-form-urlencoded'
  });
  const json = http.post(url, JSON.stringify({ name: 'crane' }), { headers: { 'Content-Type': 'application/json' } });
  check(json, { 'JSON is sent as it is': (r) => r.json('body') === '{"name":"crane"}' });
  const parts = http.post(url, { title: 'holidays', notes: http.file('by the sea', 'notes.txt', 'text/plain') }).json();
  check(parts, {
    'parts say so': (sent) => sent.headers['content-type'].startsWith('multipart/form-data'),
    'file is in them': (sent) => sent.body.includes('filename="notes.txt"') && sent.body.includes('by the sea'),
    'field is in them': (sent) => sent.body.includes('name="title"')
  });
}
