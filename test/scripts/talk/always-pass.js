log.info('always pass');
