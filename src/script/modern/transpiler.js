// From a modern script to ES5: defines `transpile`, in a VM where `ts` is TypeScript. ES5 itself, since it is executed as it
// is. Everything that would behave otherwise in ES5 than in the language is either mended here or refused.
(function (global, ts) {
  'use strict';
  var kind = ts.SyntaxKind, factory = ts.factory;

  // What the checker finds that is no matter of types: errors of syntax that it is left to report, and programs that always
  // throw, or that ES5 cannot express.
  var wanted = {};
  [1100, 1101, 1102, 1103, 1104, 1105, 1107, 1108, 1113, 1114, 1115, 1116, 1156, 1157, 1163, 1308, 1432, 2335, 2336, 2337, 2338,
    2340, 2357, 2364, 2448, 2449, 2450, 2451, 2466, 2481, 2487, 2496, 2588, 2632, 2659, 2660, 2777, 2778, 2779, 17009, 17011]
    .forEach(function (code) { wanted[code] = true; });

  var instead = {
    2496: "an arrow function has no 'arguments' of its own: write a rest parameter, (...args) => …",
    2337: "super() inside another function: call it in the constructor itself",
    2340: "an accessor or a field of the parent class by way of super: write a method for it",
    2659: "super in an object literal: name the other object instead",
    2660: "super in an object literal: name the other object instead",
  };

  var refusals = [];

  function refuse(node, message) {
    refusals.push({ start: node.getStart(), order: refusals.length, message: 'not supported: ' + message });
  }

  var flags = {
    y: "a regular expression with the flag 'y': take text.slice(position) and begin the pattern with '^'",
    u: "a regular expression with the flag 'u': name the characters, such as [a-zà-ÿ]",
    v: "a regular expression with the flag 'v': name the characters, such as [a-zà-ÿ]",
    s: "a regular expression with the flag 's': write [\\s\\S] where '.' is to match a line's end, too",
    d: "a regular expression with the flag 'd': match.index says where the match begins",
  };

  function checkPattern(node) {
    var end = node.text.lastIndexOf('/'), body = node.text.slice(1, end), i, inClass = false;
    node.text.slice(end + 1).split('').forEach(function (flag) { if (flags[flag]) refuse(node, flags[flag]); });
    for (i = 0; i < body.length; i++) {
      if (body.charAt(i) === '\\') i++;
      else if (body.charAt(i) === '[') inClass = true;
      else if (body.charAt(i) === ']') inClass = false;
      else if (!inClass && body.slice(i, i + 3) === '(?<') {
        refuse(node, /[=!]/.test(body.charAt(i + 3))
          ? 'a regular expression that looks behind: match what comes before as well, and take a group'
          : "a regular expression with named groups: write '(…)' and take match[1]");
      }
    }
  }

  function isHelper(name) { return Object.prototype.hasOwnProperty.call(global.helpers, name) && /^__/.test(name); }

  // TypeScript moves a generator's body into a function within it.
  function isArgumentsOfGenerator(node) {
    if (node.parent.kind === kind.PropertyAccessExpression && node.parent.name === node) return false;
    for (node = node.parent; node; node = node.parent) {
      if (ts.isFunctionLike(node) && node.kind !== kind.ArrowFunction) return !!node.asteriskToken;
    }
    return false;
  }

  function check(node) {
    switch (node.kind) {
      case kind.RegularExpressionLiteral: checkPattern(node); break;
      case kind.Identifier:
        if (isHelper(node.text)) refuse(node, "a name of the transpiler's: call it something else than " + node.text);
        if (node.text === 'arguments' && isArgumentsOfGenerator(node)) {
          refuse(node, "'arguments' in a generator: write a rest parameter, function* (...args)");
        }
        break;
      case kind.PropertyAssignment:
        if (node.name.kind !== kind.ComputedPropertyName && node.name.text === '__proto__') {
          refuse(node, '__proto__ in an object literal: write Object.setPrototypeOf({ … }, parent)');
        }
        break;
      case kind.BigIntLiteral: refuse(node, 'a BigInt: numbers are exact up to 9007199254740991; keep longer ones as texts'); break;
      case kind.MetaProperty:
        if (node.keywordToken === kind.ImportKeyword) refuse(node, "import.meta: the test's name is test.name");
        break;
      case kind.CallExpression:
        if (node.expression.kind === kind.ImportKeyword) refuse(node, "import() while running: write import … from '…' at the top");
        break;
      case kind.AwaitExpression:
        if (!enclosingFunction(node)) refuse(node, 'await outside a function: write export default async function () { … }');
        break;
      case kind.ForOfStatement:
        if (node.awaitModifier && !enclosingFunction(node)) {
          refuse(node, 'await outside a function: write export default async function () { … }');
        }
        break;
      case kind.ClassDeclaration: case kind.ClassExpression:
        var parents = (node.heritageClauses || []).filter(function (clause) { return clause.token === kind.ExtendsKeyword; });
        if (parents.length && parents[0].types[0].expression.kind === kind.NullKeyword) refuse(parents[0], 'a class that extends null');
        break;
    }
    ts.forEachChild(node, check);
  }

  function enclosingFunction(node) {
    for (node = node.parent; node; node = node.parent) {
      if (ts.isFunctionLike(node) || node.kind === kind.ClassStaticBlockDeclaration) return node;
    }
    return null;
  }

  // `_super.call(this, a) || this`, as TypeScript writes super(a): the parent makes the object instead, so that Error, Array
  // and Map can be parents, too.
  function superCall(node) {
    if (node.kind !== kind.BinaryExpression || node.operatorToken.kind !== kind.BarBarToken) return null;
    if (node.right.kind !== kind.ThisKeyword) return null;
    var call = node.left;
    if (call.kind === kind.BinaryExpression && call.operatorToken.kind === kind.AmpersandAmpersandToken) call = call.right;
    if (call.kind !== kind.CallExpression || call.expression.kind !== kind.PropertyAccessExpression) return null;
    var parent = call.expression.expression, how = call.expression.name.text;
    if (parent.kind !== kind.Identifier || ts.idText(parent).indexOf('_super') !== 0 || (how !== 'call' && how !== 'apply')) return null;
    var args = call.arguments.slice(1);
    return helper('__super', [parent, call.arguments[0], how === 'apply' ? args[0] : factory.createArrayLiteralExpression(args)]);
  }

  // A class cannot be called as a function.
  function guarded(node) {
    var check = factory.createIfStatement(
      factory.createPrefixUnaryExpression(kind.ExclamationToken, factory.createMetaProperty(kind.NewKeyword, factory.createIdentifier('target'))),
      factory.createExpressionStatement(helper('__notCalled', [node.name, factory.createStringLiteral(ts.idText(node.name))])));
    return factory.updateFunctionDeclaration(node, node.modifiers, node.asteriskToken, node.name, node.typeParameters, node.parameters,
      node.type, factory.updateBlock(node.body, [check].concat(node.body.statements)));
  }

  function helper(name, args) {
    return factory.createCallExpression(factory.createIdentifier(name), undefined, args);
  }

  // The constructor in what TypeScript makes of a class: (function () { function A() { … } …; return A; }()), marked so.
  function constructorIn(node) {
    var marks = node.emitNode && node.emitNode.leadingComments;
    if (!marks || !marks.some(function (mark) { return mark.text === '* @class '; })) return null;
    while (node && node.kind !== kind.FunctionExpression) node = node.expression;
    return node ? node.body.statements.filter(function (s) { return s.kind === kind.FunctionDeclaration; })[0] : null;
  }

  // How many arguments the author's function says that it wants.
  function lengthOf(node) {
    var made = ts.getOriginalNode(node), wanted = 0;
    if (!ts.isFunctionLike(made)) return node.parameters.length;
    made.parameters.some(function (p) {
      if (p.initializer || p.dotDotDotToken) return true;
      if (!(p.name.kind === kind.Identifier && p.name.text === 'this')) wanted++;
      return false;
    });
    return wanted;
  }

  // A function without a name is given that of what it is assigned to.
  function named(value, name) {
    if (!value || value.kind !== kind.FunctionExpression || value.name) return value;
    var args = [value, factory.createStringLiteral(name)], length = lengthOf(value);
    if (length !== value.parameters.length) args.push(factory.createNumericLiteral(length));
    return helper('__name', args);
  }

  function textOf(name) {
    return name.kind === kind.Identifier ? ts.idText(name) : ts.isStringLiteralLike(name) || name.kind === kind.NumericLiteral ? name.text : null;
  }

  // Object.defineProperty(A.prototype, 'm', { …, value: function () { … } }), as TypeScript writes a method.
  function isMethod(node) {
    return node.kind === kind.CallExpression && node.pos < 0 && node.arguments.length === 3 && node.arguments[1].kind === kind.StringLiteral &&
      node.arguments[2].kind === kind.ObjectLiteralExpression;
  }

  // What TypeScript writes for an `import`; an author's own call has a place.
  function isImport(node) {
    return node.kind === kind.CallExpression && node.pos < 0 && ts.isIdentifier(node.expression) && ts.idText(node.expression) === 'require' &&
      node.arguments.length === 1;
  }

  function mend(context) {
    var sites = 0;

    function visitMember(member, method) {
      if (member.kind !== kind.PropertyAssignment) return visit(member);
      var value = ts.visitNode(member.initializer, visit), name = textOf(member.name);
      if (method !== null && name === 'value') value = named(value, method);
      return factory.updatePropertyAssignment(member, member.name, value);
    }

    function visit(node) {
      var constructor = constructorIn(node);
      if (constructor) constructor.isOfClass = true;
      if (isMethod(node)) {
        return factory.updateCallExpression(node, node.expression, undefined, [ts.visitNode(node.arguments[0], visit), node.arguments[1],
          factory.updateObjectLiteralExpression(node.arguments[2],
            node.arguments[2].properties.map(function (member) { return visitMember(member, node.arguments[1].text); }))]);
      }
      var isConstructor = node.isOfClass;
      node = ts.visitEachChild(node, visit, context);
      if (isConstructor) return guarded(node);
      if (node.kind === kind.VariableDeclaration && node.name.kind === kind.Identifier) {
        return factory.updateVariableDeclaration(node, node.name, undefined, undefined, named(node.initializer, ts.idText(node.name)));
      }
      if (node.kind === kind.PropertyAssignment && textOf(node.name) !== null) {
        return factory.updatePropertyAssignment(node, node.name, named(node.initializer, textOf(node.name)));
      }
      if (node.kind === kind.BinaryExpression && node.operatorToken.kind === kind.EqualsToken && node.left.kind === kind.Identifier) {
        return factory.updateBinaryExpression(node, node.left, node.operatorToken, named(node.right, ts.idText(node.left)));
      }
      if (node.kind === kind.CallExpression && ts.isIdentifier(node.expression) && ts.idText(node.expression) === '__makeTemplateObject') {
        // Made once: what a tag is given is the same object each time.
        var site = factory.createElementAccessExpression(factory.createIdentifier('__sites'), sites++);
        return factory.createParenthesizedExpression(
          factory.createLogicalOr(site, factory.createParenthesizedExpression(factory.createAssignment(site, node))));
      }
      if (isImport(node)) {
        // Packages may have another file for it: src/script/required_names.cpp looks for this.
        return factory.updateCallExpression(node, node.expression, undefined, [node.arguments[0], factory.createStringLiteral('import')]);
      }
      return superCall(node) || node;
    }
    return function (file) { return ts.visitNode(file, visit); };
  }

  function problem(file, at, message) {
    var place = ts.getLineAndCharacterOfPosition(file, at);
    return { line: place.line + 1, column: place.character + 1, message: message };
  }

  // The names that the file uses and does not have: those of its surroundings.
  function namesOfOthers(diagnostics) {
    var found = {};
    diagnostics.forEach(function (d) {
      var missing = /^Cannot find name '([^']+)'/.exec(ts.flattenDiagnosticMessageText(d.messageText, ' '));
      if (missing) found[missing[1]] = true;
    });
    return found;
  }

  // Whether a block has a variable of such a name: TypeScript would make it the whole function's, unless it knows the other.
  function hasInBlock(node, names) {
    var name = node.name, blocks = node.kind === kind.VariableDeclaration || node.kind === kind.BindingElement ||
      node.kind === kind.ClassDeclaration || node.kind === kind.FunctionDeclaration;
    if (blocks && name && name.kind === kind.Identifier && Object.prototype.hasOwnProperty.call(names, name.text)) return true;
    return ts.forEachChild(node, function (child) { return hasInBlock(child, names) || undefined; }) || false;
  }

  // What is wrong, in order. Behind an error of syntax, all else may be its consequence.
  function wrong(program, file) {
    var syntax = program.getSyntacticDiagnostics(file)[0], taken = {};
    if (syntax) return [problem(file, syntax.start, 'SyntaxError: ' + ts.flattenDiagnosticMessageText(syntax.messageText, ' '))];
    refusals = [];
    check(file);
    program.getSemanticDiagnostics(file).forEach(function (d) {
      if (!wanted[d.code]) return;
      refusals.push({ start: d.start, order: refusals.length, message: instead[d.code] ? 'not supported: ' + instead[d.code] : ts.flattenDiagnosticMessageText(d.messageText, ' ') });
    });
    // What two have found at one place is told once.
    return refusals.sort(function (a, b) { return a.start - b.start || a.order - b.order; }).filter(function (refusal) {
      var known = taken[refusal.start];
      taken[refusal.start] = refusal.message;
      return known === undefined || (/^not supported/.test(known) && /^not supported/.test(refusal.message) && known !== refusal.message);
    }).map(function (refusal) { return problem(file, refusal.start, refusal.message); });
  }

  function programOf(name, file, options, written, surroundings) {
    var files = [name], globals = null;
    if (surroundings) {
      files.push('globals.d.ts');
      globals = ts.createSourceFile('globals.d.ts', surroundings, ts.ScriptTarget.ESNext, true);
    }
    return ts.createProgram(files, options, {
      getSourceFile: function (asked) { return asked === name ? file : asked === 'globals.d.ts' ? globals : undefined; },
      writeFile: function (made, text) { written[/\.map$/.test(made) ? 'map' : 'code'] = text; },
      getDefaultLibFileName: function () { return 'lib.d.ts'; },
      useCaseSensitiveFileNames: function () { return true; },
      getCanonicalFileName: function (same) { return same; },
      getCurrentDirectory: function () { return ''; },
      getNewLine: function () { return '\n'; },
      fileExists: function (asked) { return files.indexOf(asked) >= 0; },
      readFile: function () { return ''; },
      directoryExists: function () { return true; },
      getDirectories: function () { return []; },
    });
  }

  global.transpile = function (given, source) {
    var options = {
      target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS, sourceMap: true, downlevelIteration: true, noEmitHelpers: true,
      useDefineForClassFields: true, esModuleInterop: true, isolatedModules: true, noLib: true, noResolve: true, allowJs: true,
      checkJs: true, allowNonTsExtensions: true, suppressOutputPathCheck: true, ignoreDeprecations: '5.0', types: [], strict: false,
    };
    source = source.replace(/^#!/, '//');  // which TypeScript would keep, and the engine refuse within the function
    if (/\.mjs$/.test(given)) options.moduleDetection = ts.ModuleDetectionKind.Force;
    var name = /\.m?ts$/.test(given) ? 'script.ts' : 'script.js', written = {};
    function read() { return ts.createSourceFile(name, source, { languageVersion: ts.ScriptTarget.ESNext }, true); }
    var file = read(), program = programOf(name, file, options, written, '');
    var refused = wrong(program, file);
    if (refused.length) return { refused: refused };
    var others = namesOfOthers(program.getSemanticDiagnostics(file));
    if (hasInBlock(file, others)) {
      file = read();
      program = programOf(name, file, options, written, 'declare var ' + Object.keys(others).join(': any, ') + ': any;');
    }
    program.emit(file, undefined, undefined, false, { after: [mend] });
    var code = written.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), seen = {}, names = ['__sites = []'];
    code.replace(/\b__[a-zA-Z]+\b/g, function (word) {
      if (!seen[word] && isHelper(word)) names.push(word + ' = __helpers.' + word);
      return seen[word] = true;
    });
    if (!seen.__sites) names.shift();
    // On the first line, so that the others stay where they are.
    var strict = /^(["'])use strict\1;/.test(code) ? '"use strict"; ' : '';
    return {
      code: '(function (exports, require, module, __filename, __dirname, __helpers) { ' + strict + (names.length ? 'var ' + names.join(', ') + '; ' : '') + code + '\n})',
      mappings: JSON.parse(written.map).mappings,
    };
  };
})(this, module.exports);
