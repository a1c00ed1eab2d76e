log.fail('always fail');
