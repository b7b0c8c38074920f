export { getLanguage, m, setLanguage, type Language } from './language.svelte';
