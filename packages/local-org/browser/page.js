// The page host: synthetic shadow as in Lightning Experience today, toasts, and the shell around the project's components.
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import Toast from 'lightning/toast';
import Shell from 'localorg/shell';
import { components } from 'localorg:exposed-components';

const host = document.getElementById('page');

host.addEventListener('lightning__showtoast', (event) => {
    // lightning/toast sends an event of the same name on its way to the container
    if (event.detail.toast) return;
    event.stopPropagation();
    const { title, message, messageData, variant, mode } = event.detail;
    Toast.show(
        {
            label: title || message,
            message: title ? message : undefined,
            messageLinks: messageData,
            variant,
            mode: mode === 'sticky' ? 'sticky' : 'dismissible',
        },
        host,
    );
});

const shell = createElement('localorg-shell', { is: Shell });
shell.components = components;
host.appendChild(shell);
