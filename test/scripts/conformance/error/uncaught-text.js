// A program that throws a text.
print('before');
throw 'a text';
