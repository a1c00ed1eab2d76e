// A name that no address could show.
// error: 3:17: name must not be '..': no address could show it
register_test({ name: '..', frequency: '1m', timeout: '5s' }, 'x');
