export {
  Button,
  ButtonLink,
  type ButtonLinkProps,
  type ButtonProps,
  type ButtonVariant,
} from './action/Button'
export { IconButton, type IconButtonProps } from './action/IconButton'
export { Link, type LinkProps } from './action/Link'
export { Menu, type MenuEntry, type MenuGroup } from './action/Menu'
export { Tooltip } from './action/Tooltip'
export { Mark, Wordmark } from './brand/Brand'
export { copy, copySecret } from './clipboard'
export { Avatar } from './display/Avatar'
export { Badge } from './display/Badge'
export { Banner } from './display/Banner'
export { Callout } from './display/Callout'
export { type Check, CheckList } from './display/CheckList'
export { CodeBlock } from './display/CodeBlock'
export { CopyableId } from './display/CopyableId'
export { type Fact, FactList } from './display/FactList'
export { FingerprintPhrase } from './display/FingerprintPhrase'
export { KeyboardHint } from './display/KeyboardHint'
export { Progress } from './display/Progress'
export { Status } from './display/Status'
export { type Step, Stepper } from './display/Stepper'
export { StrengthMeter, type StrengthScore } from './display/StrengthMeter'
export { Table } from './display/Table'
export { type TabEntry, Tabs } from './display/Tabs'
export { type Moment, Timeline } from './display/Timeline'
export { Checkbox, type CheckboxProps } from './field/Checkbox'
export { CheckboxTree, type CheckboxTreeProps, type TreeNode } from './field/CheckboxTree'
export { Combobox, type ComboboxProps } from './field/Combobox'
export {
  DateRange,
  type DateRangeProps,
  type DateRangeValue,
  instantsOf,
  lastDays,
} from './field/DateRange'
export { ErrorSummary } from './field/ErrorSummary'
export { FileDrop, type FileDropProps } from './field/FileDrop'
export { Form, type FormProps } from './field/Form'
export { FormActions } from './field/FormActions'
export { FormSection } from './field/FormSection'
export { NumberField, type NumberFieldProps } from './field/NumberField'
export { PasswordField, type PasswordFieldProps } from './field/PasswordField'
export { type RadioCard, RadioCards, type RadioCardsProps } from './field/RadioCards'
export { ReadField } from './field/ReadField'
export { SearchField, type SearchFieldProps } from './field/SearchField'
export { SecretField, type SecretFieldProps } from './field/SecretField'
export { type Option, Select, type SelectProps } from './field/Select'
export { Switch, type SwitchProps } from './field/Switch'
export { TextArea, type TextAreaProps } from './field/TextArea'
export { TextField, type TextFieldProps } from './field/TextField'
export { Icon, type IconName } from './Icon'
export { type Command, useCommands } from './keys/commands'
export { setSingleKeys, useSingleKeys } from './keys/keys'
export { Actions } from './layout/Actions'
export { AuthCard } from './layout/AuthCard'
export { Card, Columns, Inline, Page, Points, Section, Stack, Text } from './layout/Layout'
export { PageHead } from './layout/PageHead'
export { Rail, type RailEntry, type RailGroup } from './layout/Rail'
export { SaveBar, type SaveBarProps } from './layout/SaveBar'
export { CodesDialog } from './overlay/CodesDialog'
export { ConfirmDialog, type ConfirmDialogProps } from './overlay/ConfirmDialog'
export { Dialog, type DialogProps, DialogTrigger } from './overlay/Dialog'
export { Drawer, type DrawerProps } from './overlay/Drawer'
export { Toasts } from './overlay/Toasts'
export { dismissAll, toast } from './overlay/toast'
export { openPalette } from './palette/open'
export type { CommandSource } from './palette/Palette'
export { AuthenticatorKey } from './qr/AuthenticatorKey'
export { QrCode } from './qr/QrCode'
export { saveFile } from './save'
export { AppShell, type AppShellProps } from './shell/AppShell'
export { Breadcrumb } from './shell/Breadcrumb'
export type { Crumb, NavGroup, NavItem, ShellAccount } from './shell/types'
export { type EmptyKind, EmptyState } from './state/EmptyState'
export { ErrorState } from './state/ErrorState'
export { type ErrorWords, useErrorWords } from './state/errorWords'
export { Skeleton } from './state/Skeleton'
export { Spinner } from './state/Spinner'
export {
  SyncPanel,
  type SyncPanelProps,
  type SyncRun,
  type SyncState,
  type SyncStep,
} from './sync/SyncPanel'
export { BulkBar, type BulkEntry } from './table/BulkBar'
export type { Facet } from './table/Facet'
export { FilterBar, type FilterBarProps } from './table/FilterBar'
export { DataTable } from './table/LazyTable'
export type {
  BulkAction,
  CellValue,
  Column,
  ColumnFilter,
  DataTableProps,
  Filter,
  ServerPages,
  Sort,
  TableQuery,
} from './table/types'
export {
  type Appearance,
  DENSITIES,
  type Density,
  setAppearance,
  THEMES,
  type Theme,
  useAppearance,
  wearAppearance,
} from './theme/appearance'
export type { Tone } from './tone'
export { UiProvider } from './UiProvider'
export { useCountdown } from './useCountdown'
export { ActivityPanel } from './work/ActivityPanel'
export { cancelWork, startWork, type Work, type WorkPlan, type WorkResult } from './work/work'
