// What libraries of the past did to every page that they stood on.
Array.prototype.each = function each(handle) { for (let at = 0; at < this.length; at += 1) handle(this[at]); };
Object.prototype.extended = "by the page";
// The tool that drives the test cannot bear it for long.
addEventListener("provision-explorer:ready", () => { delete Object.prototype.extended; });
String.prototype.toJSON = function toJSON() { return `${this}`; };
Function.prototype.bind = ((bind) => function bound(...given) { return bind.apply(this, given); })(Function.prototype.bind);
Element.prototype.show = function show() { this.hidden = false; };
window.$ = window._ = window.define = "taken";
