import { Explorer, Mention } from "./explorer.jsx";

export default function Story() {
  return (
    <main>
      <h1>What critics say of the treaty</h1>
      <p><Mention to="28(4)">Article 28(4)</Mention> lets states demand help.</p>
      <Explorer highlight="28(4), 14(4)">
        <p>Article 28(4) could be used to force people to help undermine the security of systems.</p>
      </Explorer>
    </main>
  );
}
