import init, { Plan } from "paceline";
import { connect } from "paceline/client";

const fair = { format: "paceline/1", program: { name: "Fair", start: "2026-03-02" }, tasks: [{ id: "a", duration: "2d" }] };
await init();
const engine = await connect();
const there = await engine.schedule(fair);
engine.close();
document.querySelector("output").textContent = `${Plan.read(fair).schedule().finish} ${there.finish}`;
