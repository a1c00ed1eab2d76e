// Labels of the defaults are looked at where they stand.
// error: 3:34: labels: '__tier' cannot be a label's name: write letters, digits and _, beginning with no digit and not with __
settings({ defaults: { labels: { __tier: '1' } } });
