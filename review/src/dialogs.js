// Help with the keys, and questions before something large. <dialog> keeps the focus inside.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from 'htm/preact';
import { t } from './i18n.js';
import { keys, remap, resetKeys } from './keys.js';
import { asking, helpOpen } from './state.js';

const Dialog = ({ label, onClose, children }) => {
  const element = useRef();
  useLayoutEffect(() => {
    const opener = document.activeElement;
    element.current.showModal();
    return () => opener?.focus?.();
  }, []);
  return html`<dialog ref=${element} aria-label=${label} onClose=${onClose}>${children}</dialog>`;
};

const Key = ({ action }) => {
  const [waiting, setWaiting] = useState(false);
  const press = (event) => {
    if (!waiting || ['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== 'Escape') remap(action, event.key);
    setWaiting(false);
  };
  return html`<div>
    <dt>${t(`action.${action}`)}</dt>
    <dd>
      <button type="button" onClick=${() => setWaiting(true)} onKeyDown=${press} onBlur=${() => setWaiting(false)}>
        <kbd>${waiting ? t('pressKey') : keys.value[action]}</kbd>
      </button>
    </dd>
  </div>`;
};

const Help = () => {
  const close = () => {
    helpOpen.value = false;
  };
  return html`<${Dialog} label=${t('help')} onClose=${close}>
    <h2>${t('help')}</h2>
    <p>${t('helpIntro')}</p>
    <dl class="keys">${Object.keys(keys.value).map((action) => html`<${Key} key=${action} action=${action} />`)}</dl>
    <div class="buttons">
      <button type="button" onClick=${resetKeys}>${t('resetKeys')}</button>
      <button type="button" autofocus onClick=${close}>${t('close')}</button>
    </div>
  <//>`;
};

const Question = () => {
  const { text, yes } = asking.value;
  const close = () => {
    asking.value = null;
  };
  const agree = () => {
    close();
    yes();
  };
  return html`<${Dialog} label=${text} onClose=${close}>
    <p>${text}</p>
    <div class="buttons">
      <button type="button" class="accept" autofocus onClick=${agree}>${t('accept')}</button>
      <button type="button" onClick=${close}>${t('cancel')}</button>
    </div>
  <//>`;
};

export { Help, Question };
