// The page on which an article is reviewed.
import { html } from 'htm/preact';
import { Article } from './article.js';
import { EditForm } from './edit.js';
import { grouped } from './format.js';
import { t } from './i18n.js';
import { keys } from './keys.js';
import { Record } from './records.js';
import {
  article, beginAdd, beginEdit, current, decide, decideCurrent, editing, explain, explanation, list, place, position, select,
  session, undo,
} from './state.js';

const stop = () => {
  editing.value = null;
};

// A button that is pressed would take the selection away.
const keepSelection = (event) => event.preventDefault();

const Position = () =>
  html`<p class="position">
    <span>
      ${position.value >= 0 && `${t('position', grouped(position.value + 1), grouped(list.value.length))} · `}
      ${t('reviewed', grouped(session.value.reviewed), grouped(session.value.total))}
    </span>
    ${!session.value.read_only &&
    html`<button type="button" title=${t('action.add')} onMouseDown=${keepSelection} onClick=${beginAdd}>
      ${t('add')} <kbd>${keys.value.add}</kbd>
    </button>`}
  </p>`;

const Review = () => {
  if (list.value?.length === 0 && !article.value) return html`<p class="empty">${t('empty')}</p>`;
  if (!article.value) return null;
  const actions = [
    ...(session.value.read_only
      ? []
      : [
          ['accept', () => decideCurrent('accept')],
          ['reject', () => decideCurrent('reject')],
          ['edit', beginEdit],
          ['undo', undo],
        ]),
    ...(session.value.can_explain ? [['explain', explain]] : []),
  ];
  const { figures, id } = article.value;
  return html`<div class="review">
    <${Article} article=${article.value} chosen=${place.value.figure} onSelect=${select} />
    <section class="records" aria-label=${t('records')} tabindex="0">
      <${Position} />
      ${editing.value?.selection &&
      html`<div class="record chosen">
        <p class="quote" lang="vi">${editing.value.selection.text}</p>
        <${EditForm}
          onSave=${(after) => decide('add', { after, selection: editing.value.selection })}
          onCancel=${stop}
        />
      </div>`}
      ${figures.length === 0 && html`<p>${t('noRecords')}</p>`}
      <ul key=${id}>
        ${figures.map(
          (figure) => html`<${Record}
            key=${figure.id}
            figure=${figure}
            chosen=${figure === current.value}
            editing=${editing.value?.figure?.id === figure.id}
            explanation=${explanation.value?.figure === figure.id && explanation.value.text}
            actions=${actions}
            onSelect=${select}
            onSave=${(after) => decideCurrent('edit', { after })}
            onCancel=${stop}
          />`,
        )}
      </ul>
    </section>
  </div>`;
};

export { Review };
