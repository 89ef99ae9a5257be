// As amp-iframe documents it: sandboxed, told by its fragment, and given the height that it asks for
// where the message comes from it, says that it is for AMP, and asks for at least 100 px.
const frame = document.createElement("iframe");
frame.title = "The bill";
frame.sandbox = "allow-scripts";
frame.width = "100%";
frame.frameBorder = "0";
frame.height = "300";
frame.src = "/embed.html?dataset=/cases/data/bill.json#amp=1";
addEventListener("message", ({ data, origin, source }) => {
  if (source !== frame.contentWindow || origin !== "null") return;
  if (data?.sentinel === "amp" && data.type === "embed-size" && data.height >= 100) frame.height = data.height;
});
document.querySelector(".amp").append(frame);
