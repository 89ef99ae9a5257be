// WordPress' editor of blocks with what it needs around it: the post is handed over as `window.post`,
// and `window.edited` gives it as it would be saved.
const { createElement: el, render, useState } = wp.element;
const { BlockEditorProvider, BlockInspector, BlockList, BlockTools, WritingFlow } = wp.blockEditor;
const { ShortcutProvider } = wp.keyboardShortcuts;
const { Popover, SlotFillProvider } = wp.components;

// WordPress notes what it has made of each text that is pasted, whole.
console.log = () => {};
wp.blockLibrary.registerCoreBlocks();

const Editor = () => {
  const [blocks, change] = useState(() => wp.blocks.parse(window.post));
  window.edited = () => wp.blocks.serialize(blocks);
  const shown = el(BlockTools, {}, el(WritingFlow, {}, el(BlockList)));
  const provider = { value: blocks, onInput: change, onChange: change };
  const editor = el(BlockEditorProvider, provider, shown, el(BlockInspector), el(Popover.Slot));
  return el(SlotFillProvider, {}, el(ShortcutProvider, {}, editor));
};

render(el(Editor), document.querySelector("main"));
