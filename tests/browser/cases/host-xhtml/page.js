// Browsers that know no module scripts in XML know this way to one.
import("/provision-explorer.js");
