/** Draws diagrams for the page around this sandbox: {library} loads Mermaid, {id, text} is answered by {id, svg} or {id, fault}. */
(() => {
  let ready = null;

  const load = (library) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = library;
    script.addEventListener('load', () => {
      window.mermaid.initialize({
        startOnLoad: false,
        securityLevel: 'strict',
        theme: 'dark',
        htmlLabels: false,
        flowchart: { htmlLabels: false },
        maxTextSize: 20000,
        suppressErrorRendering: true,
      });
      resolve();
    });
    script.addEventListener('error', () => reject(new Error('the library cannot be loaded')));
    document.head.append(script);
  });

  addEventListener('message', async (event) => {
    if (event.source !== parent) {
      return;
    }
    const { id, text, library } = event.data;
    try {
      ready = ready || load(library);
      await ready;
      const { svg } = await window.mermaid.render(`diagram${id}`, text);
      // As XML, for it becomes the file of an image.
      const made = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
      const box = made.viewBox.baseVal;
      made.setAttribute('width', String(Math.ceil(box.width)));
      made.setAttribute('height', String(Math.ceil(box.height)));
      parent.postMessage({ id, svg: new XMLSerializer().serializeToString(made), width: box.width, height: box.height }, '*');
    } catch (failure) {
      parent.postMessage({ id, fault: String(failure.message || failure).split('\n')[0].slice(0, 200) }, '*');
    }
  });
  parent.postMessage({ ready: true }, '*');
})();
