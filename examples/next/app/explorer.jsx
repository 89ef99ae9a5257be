"use client";
import "provision-explorer/react";

export const Explorer = (props) => <provision-explorer {...props} />;
export const Mention = (props) => <provision-ref {...props} />;
