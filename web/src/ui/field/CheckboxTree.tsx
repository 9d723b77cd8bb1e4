import { useEffect, useId, useRef, useState } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Icon } from '../Icon'
import { join } from '../join'
import { fold } from '../table/fold'
import { Box } from './Checkbox'
import styles from './CheckboxTree.module.css'
import { frame } from './Frame'
import { SearchField } from './SearchField'

export interface TreeNode {
  id: string
  label: string
  description?: string | undefined
  isDisabled?: boolean
  children?: readonly TreeNode[]
}

export interface CheckboxTreeProps {
  label: string
  description?: string
  nodes: readonly TreeNode[]
  /** The ids of the leaves that are chosen; a branch is what its leaves are. */
  value: ReadonlySet<string>
  onChange: (value: ReadonlySet<string>) => void
  /** Offers a field to find entries by name. */
  isSearched?: boolean
  /** What is wrong with what is chosen; it takes the focus. */
  errorMessage?: string | undefined
}

/** Choices that belong together in branches: rights, collections, groups. */
export function CheckboxTree(props: CheckboxTreeProps) {
  const { label, description, nodes, value, onChange, isSearched = false, errorMessage } = props
  const { ui } = useText()
  const name = useId()
  const problem = useId()
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!errorMessage) return
    group.current?.querySelector<HTMLElement>('input[type=checkbox]:enabled')?.focus()
    // what has the focus is drawn elsewhere, and so not scrolled to by itself
    group.current?.scrollIntoView({ block: 'nearest' })
  }, [errorMessage])
  const [asked, setAsked] = useState('')
  const shown = asked.trim() === '' ? nodes : kept(nodes, fold(asked.trim()))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out
    <div
      ref={group}
      role="group"
      aria-labelledby={name}
      {...(errorMessage && { 'aria-describedby': problem })}
      className={frame.field}
    >
      <span id={name} className={frame.label}>
        {label}
      </span>
      {description && <span className={frame.description}>{description}</span>}
      {isSearched && (
        <SearchField
          label={ui.table.findOption}
          placeholder={ui.table.findOption}
          value={asked}
          onChange={setAsked}
        />
      )}
      <ul className={join(styles.tree, nodes.every(isLeaf) && styles.flat)}>
        {shown.map((node) => (
          <Branch
            key={node.id}
            node={node}
            value={value}
            onChange={onChange}
            isOpen={asked !== ''}
          />
        ))}
        {shown.length === 0 && <li className={styles.none}>{ui.select.none}</li>}
      </ul>
      {errorMessage && (
        <p id={problem} className={frame.error}>
          <Icon name="alert" size="small" />
          <span>{errorMessage}</span>
        </p>
      )}
    </div>
  )
}

interface BranchProps {
  node: TreeNode
  value: ReadonlySet<string>
  onChange: (value: ReadonlySet<string>) => void
  isOpen: boolean
}

function Branch({ node, value, onChange, isOpen }: BranchProps) {
  const { ui } = useText()
  const [isFolded, setFolded] = useState(false)
  const about = useId()
  const leaves = leavesOf(node)
  const chosen = leaves.filter((id) => value.has(id)).length
  const isAll = chosen === leaves.length && leaves.length > 0
  const children = node.children ?? []
  const showsChildren = children.length > 0 && (!isFolded || isOpen)
  const toggle = (isOn: boolean) => {
    const next = new Set(value)
    for (const id of leaves) {
      if (isOn) next.add(id)
      else next.delete(id)
    }
    onChange(next)
  }
  return (
    <li>
      <div className={styles.line}>
        {children.length > 0 ? (
          <IconButton
            size="small"
            icon={showsChildren ? 'chevronDown' : 'chevronRight'}
            label={showsChildren ? ui.tree.fold(node.label) : ui.tree.unfold(node.label)}
            aria-expanded={showsChildren}
            onPress={() => setFolded(!isFolded)}
          />
        ) : (
          <span className={styles.stem} />
        )}
        <AriaCheckbox
          isSelected={isAll}
          isIndeterminate={chosen > 0 && !isAll}
          isDisabled={node.isDisabled ?? false}
          onChange={toggle}
          className={styles.choice ?? ''}
          {...(node.description && { 'aria-describedby': about })}
        >
          {({ isSelected, isIndeterminate }) => (
            <>
              <Box isSelected={isSelected} isIndeterminate={isIndeterminate} />
              <span>{node.label}</span>
            </>
          )}
        </AriaCheckbox>
      </div>
      {node.description && (
        <p id={about} className={styles.about}>
          {node.description}
        </p>
      )}
      {showsChildren && (
        <ul className={styles.children}>
          {children.map((child) => (
            <Branch key={child.id} node={child} value={value} onChange={onChange} isOpen={isOpen} />
          ))}
        </ul>
      )}
    </li>
  )
}

const isLeaf = ({ children = [] }: TreeNode): boolean => children.length === 0

function leavesOf(node: TreeNode): string[] {
  if (isLeaf(node) || !node.children) return [node.id]
  return node.children.flatMap((child) => (child.isDisabled ? [] : leavesOf(child)))
}

/** What has the words, with the branches that lead to it. */
function kept(nodes: readonly TreeNode[], asked: string): TreeNode[] {
  return nodes.flatMap((node) => {
    if (fold(node.label).includes(asked)) return [node]
    const children = kept(node.children ?? [], asked)
    return children.length > 0 ? [{ ...node, children }] : []
  })
}
