export { IgnoreRulesPage } from './IgnoreRulesPage';
export { RuleEditor, type RuleToEdit } from './RuleEditor';
