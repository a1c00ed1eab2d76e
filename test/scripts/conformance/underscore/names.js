// Every function that Underscore has.
print(_.functions(_).length, _.functions(_));
print(_.functions(_.prototype).length > 100, typeof _, typeof _.prototype.chain, _._ === undefined || _._ === _, Object.keys(_).length);
