//! The module with a counter at the entry of each function: how often each is called is the same on
//! every machine, so it says what a change costs where a time would say how busy the machine was.

// cspell:words Binop
use std::{collections::HashMap, path::Path};

use anyhow::{Context as _, Result, ensure};
use walrus::{
    ConstExpr, FunctionId, GlobalId, LocalId, Module, ModuleConfig, ValType,
    ir::{BinaryOp, Binop, Const, GlobalGet, GlobalSet, Instr, LocalGet, Value},
};

use crate::tree;

/// Before a function's name: the export that says how often it was called.
const CALLS: &str = "calls:";
/// What linkers add, all together.
const NAMELESS: &str = "(no name)";
/// The export that says how many bytes were asked for.
const BYTES: &str = "bytes";
/// Functions that are asked for memory, by the ends of their names, and which parameter says how much.
const ALLOCATORS: [(&str, Size); 3] = [
    ("::__rust_alloc", <[_]>::first),
    ("::__rust_alloc_zeroed", <[_]>::first),
    ("::GlobalAlloc>::realloc", <[_]>::last),
];
type Size = fn(&[LocalId]) -> Option<&LocalId>;

/// Writes a copy of a module that counts. Its functions need names.
pub(super) fn write(module: &[u8], to: &Path) -> Result<()> {
    let mut module = ModuleConfig::new()
        .generate_name_section(false)
        .parse(module)
        .context("the module with names does not parse")?;
    add(&mut module)?;
    tree::write(to, &module.emit_wasm())
}

fn add(module: &mut Module) -> Result<()> {
    let functions: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let bytes = counter(module, BYTES);
    let (mut names, mut allocators) = (HashMap::new(), 0);
    for id in functions {
        let name = module.funcs.get(id).name.as_deref();
        let name = name.map_or_else(|| NAMELESS.to_owned(), without_hashes);
        let calls =
            *names.entry(name.clone()).or_insert_with(|| counter(module, &[CALLS, &name].concat()));
        let function = module.funcs.get(id).kind.unwrap_local();
        let allocator = ALLOCATORS.iter().find(|(end, _)| name.ends_with(end));
        if let Some(&size) = allocator.and_then(|(_, size)| size(&function.args)) {
            allocators += 1;
            count(module, id, bytes, LocalGet { local: size }.into());
        }
        count(module, id, calls, Const { value: Value::I32(1) }.into());
    }
    ensure!(allocators > 0, "no function of the module is called as the allocator's are");
    Ok(())
}

fn counter(module: &mut Module, name: &str) -> GlobalId {
    let zero = ConstExpr::Value(Value::I32(0));
    let counter = module.globals.add_local(ValType::I32, true, false, zero);
    module.exports.add(name, counter);
    counter
}

/// Has a function begin by counting as much as an instruction says.
fn count(module: &mut Module, function: FunctionId, counter: GlobalId, more: Instr) {
    let add = Binop { op: BinaryOp::I32Add }.into();
    let steps =
        [GlobalGet { global: counter }.into(), more, add, GlobalSet { global: counter }.into()];
    let function = module.funcs.get_mut(function).kind.unwrap_local_mut();
    let mut body = function.builder_mut().func_body();
    for (place, step) in steps.into_iter().enumerate() {
        body.instr_at(place, step);
    }
}

/// A name without the hashes of crates, which change with what a compiler was built from.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest =
            part.split_once(']').filter(|(hash, _)| hash.chars().all(|it| it.is_ascii_hexdigit()));
        match rest {
            Some((_, rest)) => out.push_str(rest),
            None => out.extend(["[", part]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use walrus::FunctionBuilder;

    use super::*;

    fn function(module: &mut Module, name: &str, parameters: &[ValType]) {
        let mut body = FunctionBuilder::new(&mut module.types, parameters, &[ValType::I32]);
        body.name(name.to_owned()).func_body().i32_const(1);
        let arguments = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
        body.finish(arguments, &mut module.funcs);
    }

    /// What a module has been made to begin each of its functions with: how many steps.
    fn steps(module: &Module) -> Vec<usize> {
        let all = module.funcs.iter_local();
        all.map(|(_, it)| it.block(it.entry_block()).instrs.len()).collect()
    }

    #[test]
    fn each_function_counts_its_calls_and_an_allocator_its_bytes() {
        let mut module = Module::default();
        function(&mut module, "a[0f]::one", &[]);
        function(&mut module, "__rustc[1e]::__rust_alloc", &[ValType::I32, ValType::I32]);
        add(&mut module).unwrap();
        assert_eq!(steps(&module), [5, 9]);
        let exports: Vec<_> = module.exports.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(exports, ["bytes", "calls:a::one", "calls:__rustc::__rust_alloc"]);
    }

    #[test]
    fn functions_that_differ_by_a_hash_alone_share_a_counter() {
        assert_eq!(without_hashes("<a[0f]::B as c[1e]::D>::e[1]"), "<a::B as c::D>::e");
        assert_eq!(without_hashes("<[T] as a[2]::B>"), "<[T] as a::B>");
    }

    #[test]
    fn a_module_whose_allocator_has_another_name_is_told() {
        let mut module = Module::default();
        function(&mut module, "one", &[]);
        assert!(add(&mut module).unwrap_err().to_string().contains("allocator"));
    }
}
