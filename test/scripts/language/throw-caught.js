// A caught error harms nobody.
// expect: pass

try {
  throw new Error('caught');
} catch (e) {
  if (!(e instanceof Error) || e.message !== 'caught') throw new Error('another error came');
}
