const key = 'phone.theme';
const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Cycles the theme: system, light, dark. */
export function startTheme(button: HTMLButtonElement): void {
	const show = (theme: Theme) => {
		if (theme === 'system') delete document.documentElement.dataset.theme;
		else document.documentElement.dataset.theme = theme;
		button.setAttribute('aria-label', `Theme: ${theme}`);
		button.title = `Theme: ${theme}`;
	};
	let theme = themes.find((name) => name === localStorage.getItem(key)) ?? 'system';
	show(theme);
	button.addEventListener('click', () => {
		theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
		localStorage.setItem(key, theme);
		show(theme);
	});
}
