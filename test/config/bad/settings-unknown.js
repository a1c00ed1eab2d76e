// A setting that there is not.
// error: 3:12: settings has no key 'nam'; did you mean 'name'?
settings({ nam: 'mine' });
