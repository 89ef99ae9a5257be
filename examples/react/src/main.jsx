import "provision-explorer/react";
import { createRoot } from "react-dom/client";

const Story = () => (
  <>
    <h1>What critics say of the treaty</h1>
    <p><provision-ref to="28(4)">Article 28(4)</provision-ref> lets states demand help.</p>
    <provision-explorer options={{ highlight: ["28(4)", "14(4)"] }}>
      <p>Article 28(4) could be used to force people to help undermine the security of systems.</p>
    </provision-explorer>
  </>
);

createRoot(document.querySelector("main")).render(<Story />);
