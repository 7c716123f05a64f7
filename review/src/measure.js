// The page's own marks: from an interaction to the frame that shows its effect.
const measure = async (name, work) => {
  const start = performance.now();
  const result = await work();
  await new Promise((shown) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel(); // a task after the frame was painted
      port1.onmessage = shown;
      port2.postMessage(null);
    });
  });
  performance.measure(`solieu:${name}`, { start, end: performance.now() });
  return result;
};

export { measure };
