//! Functions that are linked and never run: what Yew has for things that no component of ours makes,
//! and words of panics that nobody hears or that weigh too much. Each becomes a trap, and what it alone
//! called goes with it. Should one run after all, the loader hears of that as of any panic.
// cspell:words bcomp vcomp

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use rustc_demangle::demangle;
use walrus::{FunctionBuilder, FunctionKind, Module};

use crate::{mode::Mode, tree};

/// What begins the names of functions for nodes that are raw HTML, stand elsewhere in the page, wait
/// for something, or are components within another: the one that we have is drawn into by the page.
const UNUSED: [&str; 13] = [
    "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::",
    "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::",
    "<yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::",
    "<yew::dom_bundle::bportal::BPortal as yew::dom_bundle::",
    "<yew::dom_bundle::braw::BRaw as yew::dom_bundle::",
    "<yew::dom_bundle::bsuspense::BSuspense as yew::dom_bundle::",
    "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal>",
    "<alloc::rc::Rc<yew::virtual_dom::vsuspense::VSuspense>",
    "<yew::html::component::scope::AnyScope>::find_parent_scope::<yew::suspense::",
    "<yew::suspense::",
    "<alloc::rc::Rc<yew::virtual_dom::vcomp::VComp>",
    "<yew::dom_bundle::bcomp::BComp as yew::dom_bundle::",
    "<yew::virtual_dom::vcomp::VComp as yew::dom_bundle::",
];

/// What tells of a text that was cut within a letter, and shows the text: the only one of the
/// library's panics that brings tables of letters along.
const WORDY: &str = "core::str::slice_error_fail_rt";

/// What tells the console of a panic. The library keeps it, although nothing calls it.
const SILENT: &str = "console_error_panic_hook::hook";

/// Writes a copy of a module without the bodies of such functions.
pub(super) fn snip(from: &Path, to: &Path, mode: Mode) -> Result<()> {
    let mut module = walrus::ModuleConfig::new()
        .strict_validate(false)
        .parse_file(from)
        .context("the compiled module does not parse")?;
    for start in UNUSED {
        snip_all(&mut module, start)?;
    }
    snip_all(&mut module, if mode == Mode::Smallest { SILENT } else { WORDY })?;
    tree::write(to, &module.emit_wasm())
}

fn snip_all(module: &mut Module, start: &str) -> Result<()> {
    let begins = |name: &String| format!("{:#}", demangle(name)).starts_with(start);
    let named = module
        .funcs
        .iter_local()
        .filter(|(id, _)| module.funcs.get(*id).name.as_ref().is_some_and(begins));
    let all: Vec<_> =
        named.map(|(id, function)| (id, function.ty(), function.args.clone())).collect();
    ensure!(!all.is_empty(), "no function of the module is called `{start}…`");
    for (id, kind, arguments) in all {
        let kind = module.types.get(kind);
        let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
        let mut body = FunctionBuilder::new(&mut module.types, &parameters, &results);
        body.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(arguments));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use walrus::ValType;

    use super::*;

    #[test]
    fn a_function_of_that_name_becomes_a_trap_and_one_that_is_missing_is_told() {
        let mut module = Module::default();
        let mut body = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        body.name("_ZN24console_error_panic_hook4hook17h0123456789abcdefE".to_owned());
        body.func_body().i32_const(1);
        let id = body.finish(vec![], &mut module.funcs);
        snip_all(&mut module, SILENT).unwrap();
        let function = module.funcs.get(id).kind.unwrap_local();
        let [(first, _)] = &function.block(function.entry_block()).instrs[..] else { panic!() };
        assert!(matches!(first, walrus::ir::Instr::Unreachable(_)));
        let missing = snip_all(&mut module, "yew::none").unwrap_err().to_string();
        assert_eq!(missing, "no function of the module is called `yew::none…`");
    }
}
