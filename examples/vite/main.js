import "provision-explorer";
