// The same server by its other name is another origin.
const abroad = `http://localhost:${location.port}`;
const frame = document.createElement("iframe");
frame.title = "The bill";
frame.width = "100%";
frame.height = "640";
frame.allow = "clipboard-write";
frame.referrerPolicy = "no-referrer";
frame.src = `${abroad}/embed.html?dataset=/cases/data/bill.json&deep-links`;
document.querySelector(".abroad").append(frame);
const script = document.createElement("script");
script.type = "module";
script.src = `${abroad}/embed-parent.js`;
document.head.append(script);
