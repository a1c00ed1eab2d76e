throw new Error('error thrown');
