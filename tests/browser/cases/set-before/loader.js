import "/provision-explorer.js";
