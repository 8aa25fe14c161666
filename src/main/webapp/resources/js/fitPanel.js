/** Lets a panel that stays in sight end where the visible part of the page ends, so that its foot can be pressed. */

const MARGIN = 20;

/**
 * @param {HTMLElement} panel is scrolled for itself where it is longer
 * @param {HTMLElement} scroller in which the panel sticks
 * @param {string} narrow a media query; where it holds, the panel is as long as it is
 */
export function fitPanel(panel, scroller, narrow) {
  const fit = () => {
    const most = matchMedia(narrow).matches ? '' : `${Math.round(window.innerHeight - panel.getBoundingClientRect().top - MARGIN)}px`;
    if (panel.style.maxHeight !== most) {
      panel.style.maxHeight = most;
    }
  };
  scroller.addEventListener('scroll', fit, { passive: true });
  new ResizeObserver(fit).observe(scroller);
}
