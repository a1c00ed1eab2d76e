// A label's name that Prometheus would not take.
// error: 3:75: labels: 'team-name' cannot be a label's name: write letters, digits and _, beginning with no digit and not with __
register_test({ name: 'login', frequency: '1m', timeout: '5s', labels: { 'team-name': 'shop' } }, 'x');
