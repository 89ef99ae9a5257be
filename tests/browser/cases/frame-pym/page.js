const options = { title: "The bill" };
window.pymParent = new pym.Parent("pym", "/embed.html?dataset=/cases/data/bill.json&deep-links", options);
