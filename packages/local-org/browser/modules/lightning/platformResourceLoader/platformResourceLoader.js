const loaded = new Map();

function loadOnce(url, element) {
    if (!loaded.has(url)) {
        const loading = new Promise((resolve, reject) => {
            element.onload = () => resolve();
            element.onerror = () => reject(new Error(`The resource ${url} could not be loaded`));
            document.head.appendChild(element);
        });
        loaded.set(url, loading);
    }
    return loaded.get(url);
}

export const loadScript = (component, url) =>
    loadOnce(url, Object.assign(document.createElement('script'), { src: url }));

export const loadStyle = (component, url) =>
    loadOnce(url, Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
